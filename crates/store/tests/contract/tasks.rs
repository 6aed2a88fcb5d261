//! Commands that are carried out later.

use engine::keys::AuthInfoKey;
use engine::model::{
    AccountId, Realm, RoleLogin, SealedSecret, Secret, Task, TaskAnswer, TaskId, TaskKind, TaskState,
};
use engine::ports::store::{Slice, Store, TaskFilter};

use crate::client::{read, write};
use crate::fixtures::{id, noon, opened};

fn sealed(words: &str, account: AccountId) -> SealedSecret {
    SealedSecret::seal(&Secret::new(words), account, &AuthInfoKey::new([1; 32])).unwrap()
}

fn task(account: AccountId, kind: TaskKind, command: &str, object: &str) -> Task {
    Task {
        id: TaskId(id()),
        account,
        role: None,
        placed_at: noon(),
        kind,
        protocol: "rrp".to_owned(),
        command: command.to_owned(),
        action: "domain_create".to_owned(),
        object: object.to_owned(),
        client_id: None,
        words: sealed("DOMAIN=x.test", account),
        state: TaskState::Waiting,
        since: noon(),
        refusals: 0,
        outcome: None,
        answer: None,
    }
}

fn keep(store: &dyn Store, task: &Task) {
    let task = task.clone();
    write(store, move |tables| tables.insert_task(&task));
}

pub(crate) fn a_task_reads_back_as_it_was_written(store: &dyn Store) {
    let account = opened(store, "ALPHA");
    let role = Some(RoleLogin { realm: Realm::Rrp, login: "alpha:help".to_owned() });
    let mut one = Task { role, ..task(account, TaskKind::Job, "AddDomain", "one.test") };
    keep(store, &one);
    let found = one.id;
    assert_eq!(read(store, move |tables| tables.task(found)), Some(one.clone()));
    let answer = TaskAnswer { code: 554, description: "taken".to_owned(), text: "CODE=554".to_owned() };
    one = Task {
        object: "two.test".to_owned(),
        words: sealed("DOMAIN=y.test", account),
        state: TaskState::Refused,
        since: noon().plus_days(1),
        refusals: 3,
        outcome: Some("domain_taken".to_owned()),
        answer: Some(answer),
        ..one
    };
    let changed = one.clone();
    write(store, move |tables| tables.update_task(&changed));
    assert_eq!(read(store, move |tables| tables.task(found)), Some(one));
    write(store, move |tables| tables.delete_task(found));
    assert_eq!(read(store, move |tables| tables.task(found)), None);
}

pub(crate) fn tasks_are_listed_by_what_is_asked_for(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let tasks = [
        task(alpha, TaskKind::Order, "AddDomain", "one.test"),
        task(alpha, TaskKind::Order, "RenewDomain", "one.test"),
        Task { state: TaskState::Done, ..task(alpha, TaskKind::Order, "TradeDomain", "two.test") },
        task(alpha, TaskKind::Job, "AddDomain", "one.test"),
        task(bravo, TaskKind::Order, "AddDomain", "one.test"),
    ];
    tasks.iter().for_each(|task| keep(store, task));
    let all = || TaskFilter::all(TaskKind::Order);
    let found = |filter: TaskFilter| {
        let counted = filter.clone();
        let slice = Slice { after: None, skip: 0, most: 10 };
        let rows: Vec<Task> = read(store, move |tables| tables.tasks(alpha, &filter, &slice));
        assert_eq!(read(store, move |tables| tables.count_tasks(alpha, &counted)), rows.len() as u64);
        rows.iter().map(|row| tasks.iter().position(|task| task.id == row.id).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(found(all()), [0, 1, 2]);
    assert_eq!(found(TaskFilter { kind: TaskKind::Job, ..all() }), [3]);
    assert_eq!(found(TaskFilter { id: Some(tasks[1].id), ..all() }), [1]);
    assert_eq!(found(TaskFilter { state: Some(TaskState::Done), ..all() }), [2]);
    assert_eq!(found(TaskFilter { object: Some("one.test".to_owned()), ..all() }), [0, 1]);
    assert_eq!(found(TaskFilter { code: Some(200), ..all() }), [0; 0]);
    let commands = ["AddDomain", "TradeDomain"].map(str::to_owned).to_vec();
    assert_eq!(found(TaskFilter { commands, ..all() }), [0, 2]);
    assert_eq!(found(TaskFilter { commands: vec!["Add".to_owned()], ..all() }), [0; 0]);
    let behind = Slice { after: Some(tasks[0].id), skip: 1, most: 10 };
    let rows: Vec<Task> = read(store, move |tables| tables.tasks(alpha, &all(), &behind));
    assert_eq!(rows, tasks[2..3]);
}

pub(crate) fn jobs_that_wait_are_found_by_their_object(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let waits = task(alpha, TaskKind::Job, "ModifyDomain", "one.test");
    let over = Task { state: TaskState::Done, ..task(alpha, TaskKind::Job, "AddDomain", "one.test") };
    let beside = [
        task(alpha, TaskKind::Job, "AddDomain", "two.test"),
        task(alpha, TaskKind::Order, "RenewDomain", "one.test"),
        task(bravo, TaskKind::Job, "TransferDomain", "one.test"),
    ];
    [&waits, &over].into_iter().chain(&beside).for_each(|task| keep(store, task));
    assert_eq!(read(store, move |tables| tables.waiting_jobs(alpha, "one.test")), [waits.id]);
    assert!(read(store, move |tables| tables.waiting_jobs(alpha, "three.test")).is_empty());
}
