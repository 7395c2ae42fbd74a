import sys

from hengcai.cli import main

sys.exit(main())
