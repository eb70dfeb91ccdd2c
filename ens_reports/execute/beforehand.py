"""To be imported before nbformat: has it import jsonschema without what takes it two seconds."""

from ens_reports.execute.without import GRAMMAR, import_without

import_without(GRAMMAR, "jsonschema")
