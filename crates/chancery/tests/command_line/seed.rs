//! `chancery sandbox seed`.

use serde_json::Value;

use crate::client::get;
use crate::control::{json, sandbox};
use crate::process::{Server, run};

/// The names of a registrar in a state.
fn names(answer: &Value, tag: &str, state: &str) -> Vec<String> {
    let found = |list: &Value, key: &str, wanted: &str| -> Value {
        let list = list.as_array().unwrap();
        list.iter().find(|one| one[key] == wanted).unwrap_or_else(|| panic!("{wanted} is missing")).clone()
    };
    let field = found(&answer["registrars"], "tag", tag);
    let row = found(&field["states"], "state", state);
    row["names"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_set_is_sown_for_every_registrar_and_again_where_something_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let first = json(&server, &["seed", "nominet"]);
    assert_eq!(first["there"], 0);
    let made = first["made"].as_u64().unwrap();
    assert!(made >= 200, "{made}");
    assert_eq!(first["registrars"].as_array().unwrap().len(), 2, "the set's own registrars get none");

    for (tag, state, phase) in [
        ("ALPHA", "registered", "registered"),
        ("BRAVO", "expired", "expired"),
        ("ALPHA", "suspended", "suspended"),
    ] {
        let names = names(&first, tag, state);
        assert_eq!(names.len(), 5);
        assert_eq!(json(&server, &["domain", &names[0]])["phase"], phase, "{}", names[0]);
    }
    assert_eq!(json(&server, &["domain", &names(&first, "BRAVO", "detagged")[0]])["sponsor"], "DETAGGED");

    let again = json(&server, &["seed", "nominet"]);
    assert_eq!((again["made"].as_u64(), again["there"].as_u64()), (Some(0), Some(made)));
    let gone = json(&server, &["advance", "3d"]);
    let fired = gone["fired"].as_array().unwrap();
    let lapsed = fired.iter().filter(|one| one["deed"] == "lapsed").count();
    assert_eq!(lapsed, 10, "what was about to be cancelled is");
    let third = json(&server, &["seed", "nominet"]);
    assert_eq!((third["made"].as_u64(), third["there"].as_u64()), (Some(10), Some(made - 10)));
}

#[test]
fn a_set_is_as_large_as_it_is_told_and_for_whom() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::sandbox(folder.path());
    let sown = json(&server, &["seed", "nominet", "each=1", "tags=[\"BRAVO\"]"]);
    assert_eq!(sown["registrars"].as_array().unwrap().len(), 1);
    assert_eq!(names(&sown, "BRAVO", "new"), ["new-1-bravo.co.uk"]);
    let more = json(&server, &["seed", "nominet", "each=2", "tags=[\"BRAVO\"]"]);
    assert_eq!((&more["made"], &more["there"]), (&sown["made"], &sown["made"]));
    for (arguments, reason) in [
        (&["seed", "verisign"][..], "there are: nominet"),
        (&["seed", "nominet", "each=0"], "1 to 100"),
        (&["seed", "nominet", "tags=[\"NOBODY\"]"], "NOBODY"),
    ] {
        let refused = sandbox(&server, arguments).failed(1);
        assert!(refused.contains(reason), "{refused}");
    }
    assert!(get(&server.address("http"), "/sandbox").contains("/sandbox/seeds/{set}"));
}

#[test]
fn its_help_says_what_it_does() {
    let help = run(&["sandbox", "seed", "--help"]).ok();
    assert!(help.contains("every state") && help.contains("nominet"), "{help}");
}
