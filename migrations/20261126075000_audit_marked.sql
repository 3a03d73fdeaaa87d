-- Each row bears the mark of the program that wrote it. Rows from before the marks stay as they are, and no more can come.
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_marked CHECK (mark IS NOT NULL) NOT VALID;
