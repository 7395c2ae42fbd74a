"""整改与报告: measures with owner, date and check; the reports of the quality meeting and the standing reports."""
