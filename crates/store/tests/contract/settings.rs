//! What accounts say of themselves once and for all.

use engine::model::{
    AccountId, Assortment, Period, Preferences, Question, RenewalMode, SealedQuestion, SealedSecret,
};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::{name, opened};

fn preferences() -> Preferences {
    Preferences {
        period: Period::of_years(3),
        renewal: Some(RenewalMode::Automatic),
        is_locked: true,
        uses_house: false,
        servers: vec![name("ns1.example"), name("ns2.example")],
        buys_privacy: true,
        renews_privacy: false,
        opts_out: true,
    }
}

pub(crate) fn preferences_read_back_as_they_were_written_last(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let found = |account: AccountId| read(store, move |tables| tables.preferences(account));
    for written in [preferences(), Preferences { renewal: None, uses_house: true, ..Preferences::default() }]
    {
        let kept = written.clone();
        write(store, move |tables| tables.put_preferences(alpha, &kept));
        assert_eq!((found(alpha), found(bravo)), (Some(written), None));
    }
}

pub(crate) fn an_assortment_is_empty_until_it_is_said(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let found = || read(store, move |tables| tables.assortment(alpha));
    assert_eq!(found(), Assortment::default());
    for zones in [vec![name("test"), name("co.uk")], vec![]] {
        let kept = Assortment { zones };
        let written = kept.clone();
        write(store, move |tables| tables.put_assortment(alpha, &written));
        assert_eq!(found(), kept);
    }
}

pub(crate) fn a_question_reads_back_as_it_was_written_last(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let found = |account: AccountId| read(store, move |tables| tables.question(account));
    for question in Question::ALL {
        let kept = SealedQuestion { question, answer: SealedSecret::from_store(question.name().as_bytes()) };
        let written = kept.clone();
        write(store, move |tables| tables.put_question(alpha, &written));
        assert_eq!((found(alpha), found(bravo)), (Some(kept), None));
    }
}
