//! Tokens in the place of passwords.

use engine::model::{AccountId, ApiToken, ApiTokenId, AuthInfoDigest, Line};
use engine::ports::store::{Inserted, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::{id, noon, opened};

fn line(text: &str) -> Line {
    Line::parse(text, 64).unwrap()
}

fn token(account: AccountId, name: &str) -> ApiToken {
    let digest = AuthInfoDigest::from_store(&[7; 32]).unwrap();
    let id = ApiTokenId(id());
    ApiToken { id, account, name: line(name), digest, ending: "wxyz".to_owned(), made_at: noon() }
}

fn put(store: &dyn Store, token: &ApiToken) -> Inserted {
    let token = token.clone();
    write(store, move |tables| tables.insert_api_token(&token))
}

pub(crate) fn a_token_reads_back_as_it_was_written(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (one, two) = (token(alpha, "one"), token(alpha, "two"));
    for token in [&two, &one, &token(bravo, "one")] {
        assert_eq!(put(store, token), Inserted::Yes);
    }
    assert_eq!(put(store, &token(alpha, "one")), Inserted::Taken);
    let tokens = || read(store, move |tables| tables.api_tokens(alpha));
    assert_eq!(tokens(), [one.clone(), two.clone()]);

    let rename = |from: &'static str, to: &'static str| {
        write(store, move |tables| tables.rename_api_token(alpha, &line(from), &line(to)))
    };
    assert_eq!(rename("one", "two"), Inserted::Taken);
    assert_eq!(rename("one", "three"), Inserted::Yes);
    let three = ApiToken { name: line("three"), ..one };
    assert_eq!(tokens(), [three, two.clone()]);
    write(store, move |tables| tables.delete_api_token(alpha, &line("three")));
    assert_eq!(tokens(), [two]);
    assert!(try_write(store, move |tables| tables.delete_api_token(alpha, &line("three"))).is_err());
}
