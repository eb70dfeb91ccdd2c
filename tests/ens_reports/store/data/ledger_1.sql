PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO schema_versions VALUES(1);
CREATE TABLE commits (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	submission VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	at VARCHAR NOT NULL
);
INSERT INTO commits VALUES(1,'submission','KEN-1','2026-01-20','2026-01-20T08:00:00+00:00');
INSERT INTO commits VALUES(2,'submission','KEN-2','2026-01-20','2026-01-20T08:00:00+00:00');
INSERT INTO commits VALUES(3,'withdrawal','KEN-1','2026-02-01','2026-01-20T08:00:00+00:00');
CREATE TABLE editions (
	id VARCHAR NOT NULL, 
	product VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	recipient VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	period VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	as_of INTEGER NOT NULL, 
	marking VARCHAR NOT NULL, 
	manifest VARCHAR NOT NULL, 
	supersedes VARCHAR NOT NULL, 
	pages INTEGER NOT NULL, 
	seconds FLOAT NOT NULL, 
	built_at VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE audit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	details JSON NOT NULL, 
	previous VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL
);
INSERT INTO audit VALUES(1,'2026-01-20T08:00:00+00:00','tester','submission.accepted','KEN-1','{"rows": 0, "sha256": "KEN-1"}','','93da1061700d0631070b033b000347ad0820683047267da34b905a11aba96746');
INSERT INTO audit VALUES(2,'2026-01-20T08:00:00+00:00','tester','submission.accepted','KEN-2','{"rows": 0, "sha256": "KEN-2"}','93da1061700d0631070b033b000347ad0820683047267da34b905a11aba96746','773b35cfedc34528cdbda2e717cc45d9e282dc1dab58f75763efc40bee5aa011');
INSERT INTO audit VALUES(3,'2026-01-20T08:00:00+00:00','tester','submission.withdrawn','KEN-1','{"records": "", "reason": "sent in error"}','773b35cfedc34528cdbda2e717cc45d9e282dc1dab58f75763efc40bee5aa011','777f9ba12ab38530a15ec3cbd5547d6f21d066411166c573efc37056a408261e');
CREATE TABLE submissions (
	id VARCHAR NOT NULL, 
	seq INTEGER NOT NULL, 
	party VARCHAR NOT NULL, 
	contract VARCHAR NOT NULL, 
	contract_version INTEGER NOT NULL, 
	file_name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	received_on DATE NOT NULL, 
	cover JSON NOT NULL, 
	mapping VARCHAR NOT NULL, 
	counts JSON NOT NULL, 
	findings JSON NOT NULL, 
	records VARCHAR NOT NULL, 
	quarantine VARCHAR NOT NULL, 
	withdrawn_seq INTEGER, 
	withdrawn_on DATE, 
	withdrawn_reason VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (seq), 
	FOREIGN KEY(seq) REFERENCES commits (seq), 
	FOREIGN KEY(withdrawn_seq) REFERENCES commits (seq)
);
INSERT INTO submissions VALUES('KEN-1',1,'KEN','wildlife',1,'a.csv','KEN-1','2026-01-20','{}','','{"read": 2, "accepted": 2, "rejected": 0, "duplicate": 0}','{"error": 1, "warning": 0, "note": 2}','','',3,'2026-02-01','sent in error');
INSERT INTO submissions VALUES('KEN-2',2,'KEN','wildlife',1,'a.csv','KEN-2','2026-01-20','{"period_from": "2025-01-01", "period_to": null, "agencies_covered": [], "completeness": "", "nil_return": [], "confidentiality": "", "handling_scheme": "", "handling_code": "", "consortium": "", "allowed_recipients": [], "barred_recipients": [], "retain_until": null, "contact_post": "", "reply_language": "", "national_priorities": [], "synthetic": false}','','{"read": 2, "accepted": 2, "rejected": 0, "duplicate": 0}','{}','','',NULL,NULL,'');
CREATE TABLE edition_inputs (
	edition VARCHAR NOT NULL, 
	submission VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	rows INTEGER NOT NULL, 
	PRIMARY KEY (edition, submission), 
	FOREIGN KEY(edition) REFERENCES editions (id), 
	FOREIGN KEY(submission) REFERENCES submissions (id)
);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('commits',3);
INSERT INTO sqlite_sequence VALUES('audit',3);
CREATE INDEX ix_editions_recipient ON editions (recipient);
CREATE INDEX ix_editions_key ON editions ("key");
CREATE INDEX ix_submissions_party ON submissions (party);
CREATE INDEX ix_submissions_sha256 ON submissions (sha256);
COMMIT;
