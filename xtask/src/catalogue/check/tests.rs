use crate::catalogue::source::{Protocol, Source};
use crate::catalogue::{Catalogue, Sources};

/// A small catalogue that is sound; each test spoils one file of it.
struct Texts {
    operations: &'static str,
    fields: &'static str,
    area: String,
    codes: &'static str,
    rows: String,
}

impl Texts {
    fn sound() -> Self {
        Self {
            operations: "[domain_create]\ntitle = \"domain create\"\n",
            fields: "[domain_name]\ntitle = \"domain name\"\n",
            area: outcome("domain_taken", "refused", "{value} is registered already"),
            codes: "[2302]\nmessage = \"Object exists\"\nmeaning = \"It exists.\"\nretry = \"never\"\nremedy = \"Choose.\"\n\
                    [2303]\nmessage = \"Object does not exist\"\nmeaning = \"It is not.\"\nretry = \"never\"\nremedy = \"Look.\"\n\
                    [2501]\nmessage = \"Closing\"\nmeaning = \"Closes.\"\nretry = \"never\"\nremedy = \"Stop.\"\ncloses = true\n\
                    [1000]\nmessage = \"Done\"\nmeaning = \"Done.\"\nretry = \"never\"\nremedy = \"Rest.\"\n",
            rows: row("domain_taken", "", 2302),
        }
    }

    fn read(self) -> anyhow::Result<Catalogue> {
        let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
        Catalogue::read(&Sources {
            operations: source("operations.toml", self.operations),
            fields: source("fields.toml", self.fields),
            areas: vec![source("domain.toml", &self.area)],
            protocols: vec![Protocol {
                name: "epp".to_owned(),
                about: source("about.toml", ABOUT),
                codes: source("codes.toml", self.codes),
                numbering: None,
                rows: vec![source("rows.toml", &self.rows)],
            }],
        })
    }

    fn faults(self) -> String {
        self.read().err().map(|error| error.to_string()).unwrap_or_default()
    }
}

const ABOUT: &str =
    "title = \"EPP\"\ncodes = \"Codes\"\nfirst_failure = 2000\nunsaid = 2303\nmanual = \"Read.\"\n";

fn outcome(name: &str, class: &str, text: &str) -> String {
    format!(
        "[{name}]\nclass = \"{class}\"\ntext = \"{text}\"\nmeaning = \"It happened.\"\nretry = \"never\"\nremedy = \"Think.\"\n"
    )
}

fn row(outcome: &str, more: &str, code: u32) -> String {
    format!("[[row]]\noutcome = \"{outcome}\"\n{more}\ncode = {code}\n")
}

#[test]
fn a_sound_catalogue_is_read() {
    let catalogue = Texts::sound().read().unwrap();
    assert_eq!(catalogue.outcomes["domain_taken"].cause(), "It happened.");
    assert_eq!(catalogue.tables[0].rows_to(2302).count(), 1);
}

#[test]
fn rows_stand_most_specific_first() {
    let mut texts = Texts::sound();
    texts.rows = [
        row("domain_taken", "", 2302),
        row("domain_taken", "field = \"domain_name\"", 2302),
        row("domain_taken", "operation = \"domain_create\"", 2302),
        row("domain_taken", "operation = \"domain_create\"\nfield = \"domain_name\"", 2302),
    ]
    .concat();
    let keys: Vec<String> = texts.read().unwrap().tables[0].rows.iter().map(super::Row::key).collect();
    assert_eq!(
        keys,
        [
            "domain_taken, operation domain_create, field domain_name",
            "domain_taken, operation domain_create",
            "domain_taken, field domain_name",
            "domain_taken",
        ]
    );
}

/// A change that spoils the sound catalogue, and what the error has to say.
type Spoiled = (fn(&mut Texts), &'static str);

#[test]
fn every_fault_is_named_with_its_file_and_entry() {
    let cases: [Spoiled; 19] = [
        (
            |t| t.rows += &row("domain_token", "", 2302),
            "rows.toml: row (domain_token): no outcome is called domain_token",
        ),
        (|t| t.rows += &row("domain_taken", "operation = \"x\"", 2302), "no operation is called x"),
        (|t| t.rows += &row("domain_taken", "field = \"x\"", 2302), "no field is called x"),
        (|t| t.rows += &row("domain_taken", "field = \"domain_name\"", 2999), "no code is called 2999"),
        (
            |t| t.rows += &row("domain_taken", "", 2303),
            "rows.toml: row (domain_taken): stands in rows.toml already",
        ),
        (|t| t.rows.clear(), "domain.toml: domain_taken: has no EPP row"),
        (
            |t| t.rows = row("domain_taken", "field = \"domain_name\"", 2302),
            "has no EPP row without operation and field",
        ),
        (|t| t.rows = row("domain_taken", "", 1000), "Refused cannot be said with 1000"),
        (|t| t.rows = row("domain_taken", "", 2501), "the class must be fatal"),
        (|t| t.area = outcome("domain_taken", "fatal", "it is taken"), "2302 does not close"),
        (|t| t.area = outcome("domain_taken", "done", "it is taken"), "Done cannot be said with 2302"),
        (|t| t.area = outcome("domain_taken", "refused", ""), "domain.toml: domain_taken: text is empty"),
        (|t| t.area = outcome("domain_taken", "refused", "{value is taken"), "a placeholder is never closed"),
        (|t| t.area = outcome("domain_taken", "refused", "{value}: {reason}"), "fixed letters"),
        (|t| t.area = outcome("Domain", "refused", "it is taken"), "a name is small words"),
        (|t| t.area = outcome("domain_taken", "odd", "it is taken"), "unknown variant `odd`"),
        (|t| t.operations = "", "none is declared"),
        (
            |t| t.fields = "[domain_name]\ntitle = \" x\"\n",
            "fields.toml: domain_name: title has stray white space",
        ),
        (
            |t| t.codes = "[x]\nmessage = \"a\"\nmeaning = \"a\"\nretry = \"now\"\nremedy = \"a\"\n",
            "codes.toml: x: is not a number",
        ),
    ];
    for (spoil, expected) in cases {
        let mut texts = Texts::sound();
        spoil(&mut texts);
        let faults = texts.faults();
        assert!(faults.contains(expected), "expected {expected:?} in {faults:?}");
    }
}

#[test]
fn two_outcomes_of_a_code_need_different_texts() {
    let mut texts = Texts::sound();
    texts.area += &outcome("host_taken", "refused", "{name} is registered already");
    texts.rows += &row("host_taken", "", 2302);
    assert!(texts.faults().contains("host_taken: has the same text as domain_taken"), "not refused");

    let mut texts = Texts::sound();
    texts.area += &outcome("host_taken", "refused", "{name} is registered already");
    texts.rows += &row("host_taken", "", 2303);
    assert_eq!(texts.faults(), "", "other codes may share a text");
}

#[test]
fn a_row_may_be_of_several_outcomes_and_needs_no_code_where_it_is_never_said() {
    let mut texts = Texts::sound();
    texts.area += &outcome("host_taken", "done", "the host is taken");
    texts.rows =
        "[[row]]\noutcomes = [\"domain_taken\", \"host_taken\"]\nunsaid = \"elsewhere\"\n".to_owned();
    let rows = &texts.read().unwrap().tables[0].rows;
    assert_eq!(rows.iter().map(|row| row.code).collect::<Vec<_>>(), [2303, 2303]);
}

#[test]
fn a_row_may_be_of_several_operations() {
    let mut texts = Texts::sound();
    texts.operations =
        "[domain_create]\ntitle = \"domain create\"\n[domain_renew]\ntitle = \"domain renew\"\n";
    texts.rows += &row("domain_taken", "operations = [\"domain_create\", \"domain_renew\"]", 2303);
    let keys: Vec<String> = texts.read().unwrap().tables[0].rows.iter().map(super::Row::key).collect();
    assert_eq!(
        keys,
        ["domain_taken, operation domain_create", "domain_taken, operation domain_renew", "domain_taken"]
    );

    let mut texts = Texts::sound();
    texts.rows += &row("domain_taken", "operations = [\"domain_fly\"]", 2303);
    assert!(texts.faults().contains("no operation is called domain_fly"));
}
