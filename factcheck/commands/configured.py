"""What holds for each story: its configuration, and what the command line says instead."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from factcheck.checker import UnknownRuleError, select_rules
from factcheck.commands.choosing import (
    Choice,
    choice_of,
    choose,
    levels_of,
    regrade,
    require_known,
    words_of,
)
from factcheck.commands.loading import load_all_rules
from factcheck.desk.configuration import Configuration, ConfigurationError, Configurations
from factcheck.desk.kinds import PerFile
from factcheck.desk.settings import Settings
from factcheck.findings import Failure
from factcheck.plugins import Loaded
from factcheck.rules import Rule
from factcheck.values import dataclass, replace


class MisconfiguredError(click.UsageError):
    """A configuration that does not hold: one sentence with its file and line."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; a setting of which it says nothing is None or empty."""

    config: str = ""
    isolated: bool = False
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    severity: str | None = None

    @property
    def settings(self) -> dict[str, object]:
        """The settings that it has instead of a file's, by their fields."""
        given = {"fail_on": self.fail_on, "severity": self.severity}
        return {name: value for name, value in given.items() if value is not None}


class Configured:
    """The settings and the rules of each story of a run, each worked out once.

    What it is asked raises `MisconfiguredError` where the configuration of the path does not hold.
    """

    def __init__(self, given: Given) -> None:
        self._given = given
        self._choice = Choice(words_of(given.select), words_of(given.ignore))
        self._settings: dict[Configuration, Settings] = {}
        self._loaded: dict[Configuration, Loaded] = {}
        self._levels: dict[Configuration, dict[str, str]] = {}
        self._rules: dict[tuple[Configuration, tuple[Choice, ...]], tuple[Rule, ...]] = {}
        self._told: set[Failure] = set()
        try:
            self._files = Configurations(given.config, isolated=given.isolated)
        except ConfigurationError as error:
            raise MisconfiguredError(str(error)) from None

    def of(self, path: str) -> Configuration:
        """The configuration of a file."""
        return self.of_folder(os.path.dirname(path))  # noqa: PTH120

    def of_folder(self, folder: str) -> Configuration:
        """The configuration of the files in a folder."""
        try:
            return self._files.of_folder(folder)
        except ConfigurationError as error:
            raise MisconfiguredError(str(error)) from None

    def of_all(self, paths: Iterable[str]) -> Configuration:
        """The configuration above all of these files and folders, for what a run has once."""
        return self.of_folder(_folder_of(paths))

    def settings_for(self, path: str) -> Settings:
        """What holds for a file."""
        return self.settings_by(self.of(path))

    def settings_by(self, configuration: Configuration) -> Settings:
        """The settings of a configuration, with what the command line says instead."""
        if configuration not in self._settings:
            settings = replace(configuration.settings, **self._given.settings)  # type: ignore[arg-type]
            folders = _each_once((*settings.rules, *self._given.rules))
            self._settings[configuration] = replace(settings, rules=folders)
        return self._settings[configuration]

    def excludes(self, path: str) -> bool:
        """Whether a file or a folder that nobody named is to be passed over."""
        try:
            configuration = self.of(path)
        except MisconfiguredError:
            return False  # which is told when the stories there are checked
        patterns = configuration.settings.exclude
        if not patterns:
            return False
        from factcheck.desk.globs import is_meant, path_from

        seen = path_from(configuration.folder, path)
        return any(is_meant(pattern, seen) for pattern in patterns)

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on a file, as severe as they are to be."""
        configuration = self.of(path)
        rows = rows_for(path, configuration)
        return self._chosen(configuration, tuple(choice_of(row) for row in rows))

    def rules_by(self, configuration: Configuration) -> tuple[Rule, ...]:
        """The rules that run on any file of a configuration, in the order of their codes."""
        rows = [(choice_of(row),) for row in configuration.settings.per_file_rules]
        some = {rule.code for row in ((), *rows) for rule in self._chosen(configuration, row)}
        return tuple(rule for rule in self.loaded(configuration).rules if rule.code in some)

    def levels_for(self, path: str) -> dict[str, str]:
        """How severe what rules find in a file is to be, by their codes."""
        configuration = self.of(path)
        self.loaded(configuration)
        return self._levels[configuration]

    def failures_for(self, path: str) -> tuple[Failure, ...]:
        """What did not load for a file and was not given before."""
        return self.failures_by(self.of(path))

    def failures_by(self, configuration: Configuration) -> tuple[Failure, ...]:
        """What did not load for a configuration and was not given before."""
        failures = self.loaded(configuration).failures
        new = tuple(one for one in failures if one not in self._told)
        self._told.update(new)
        return new

    def loaded_for(self, path: str) -> Loaded:
        """All rules that are there for a file, whether or not they run on it."""
        return self.loaded(self.of(path))

    def loaded(self, configuration: Configuration) -> Loaded:
        """All rules that are there for a configuration, whether or not they run."""
        if configuration not in self._loaded:
            loaded = load_all_rules(self.settings_by(configuration).rules)
            try:
                require_known(configuration, loaded.rules)
            except ConfigurationError as error:
                raise MisconfiguredError(str(error)) from None
            levels = levels_of(loaded.rules, configuration.settings.severities)
            self._levels[configuration] = levels
            self._loaded[configuration] = replace(loaded, rules=regrade(loaded.rules, levels))
        return self._loaded[configuration]

    def require_words(self, configuration: Configuration) -> None:
        """A usage error for words of the command line that fit no rule of a configuration."""
        try:
            select_rules(self.loaded(configuration).rules, self._choice.select, self._choice.ignore)
        except UnknownRuleError as error:
            raise click.UsageError(str(error)) from None

    def _chosen(
        self, configuration: Configuration, for_file: tuple[Choice, ...]
    ) -> tuple[Rule, ...]:
        key = configuration, for_file
        if key not in self._rules:
            rules = self.loaded(configuration).rules
            settings = configuration.settings
            levels = self._levels[configuration]
            off = tuple(code for code, level in levels.items() if level == "off")
            choices = (choice_of(settings), *for_file, Choice(ignore=off), self._choice)
            self._rules[key] = choose(rules, choices)
        return self._rules[key]


def rows_for(path: str, configuration: Configuration) -> tuple[PerFile, ...]:
    """What a configuration says of some files that this one is among."""
    rows = configuration.settings.per_file_rules
    if not rows:
        return ()
    from factcheck.desk.globs import is_within, path_from

    seen = path_from(configuration.folder, path)
    return tuple(row for row in rows if is_within(row.pattern, seen))


def _folder_of(paths: Iterable[str]) -> str:
    """The innermost folder that all of these lie in."""
    folders = {
        os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))  # noqa: PTH100, PTH112, PTH120
        for path in paths
    }
    try:
        return os.path.commonpath(folders)
    except ValueError:  # on several drives
        return os.getcwd()  # noqa: PTH109


def _each_once(folders: Iterable[str]) -> tuple[str, ...]:
    return (*{os.path.abspath(one): one for one in folders}.values(),)  # noqa: PTH100
