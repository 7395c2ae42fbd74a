from hengcai.base import apps

# The class itself imported here would be a second candidate, and Django would take neither.


class Config(apps.PackageConfig):
    name = "hengcai.interactions"
    default = True
