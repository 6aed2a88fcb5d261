//! Memos of accounts.

use engine::model::{AccountId, Line, Memo, MemoKind, MemoPlace};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::{noon, opened};

fn line(text: &str) -> Line {
    Line::parse(text, 50).unwrap()
}

fn place(account: AccountId, kind: MemoKind, number: u8) -> MemoPlace {
    MemoPlace { account, kind, object: 7, number, key: line("Colour") }
}

fn memo(value: &str) -> Memo {
    Memo { value: line(value), is_shown: true, entered_by: Some(line("John")), set_at: noon() }
}

pub(crate) fn a_memo_reads_back_as_it_was_written_last(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let put = |at: MemoPlace, memo: Memo| write(store, move |tables| tables.put_memo(&at, &memo));
    let found = |at: MemoPlace| read(store, move |tables| tables.memo(&at));
    for kind in MemoKind::ALL {
        put(place(alpha, kind, 1), memo("red"));
        put(place(alpha, kind, 2), memo("blue"));
        let later = Memo { is_shown: false, entered_by: None, ..memo(kind.name()) };
        put(place(alpha, kind, 1), later.clone());
        assert_eq!(found(place(alpha, kind, 1)), Some(later));
        assert_eq!(found(place(alpha, kind, 2)), Some(memo("blue")));
        assert_eq!(found(place(bravo, kind, 1)), None);
    }
}
