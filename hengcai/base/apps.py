from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class PackageConfig(AppConfig):
    """Brings in what a package announces at start: its sentences, its listeners, its steps of long work, its kinds of duty."""

    announced = ("words", "receivers", "tasks", "duties")

    def ready(self) -> None:
        for name in self.announced:
            if self.module and module_has_submodule(self.module, name):
                import_module(f"{self.name}.{name}")
