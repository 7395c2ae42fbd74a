from hengcai.base.apps import PackageConfig


class Config(PackageConfig):
    name = "hengcai.jobs"
    default = True
