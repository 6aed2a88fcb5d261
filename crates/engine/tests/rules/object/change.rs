use engine::{
    Outcome,
    model::OperationId,
    ops::object::{Change, Log, Subject},
};

use crate::{
    fixture::{World, name},
    subaccount::ALL,
};

cases! {
    success_is_what_the_log_tells
    success_of_what_the_server_did
    refused_for_another
    refused_for_no_change
}

fn logged(world: &World) -> Vec<OperationId> {
    let log = Log { subject: Subject::Domain(name("shop.test")), window: ALL };
    let page = world.found(&world.alpha, Outcome::ObjectLogTold, log);
    page.rows.into_iter().map(|row| row.line.operation).collect()
}

fn success_is_what_the_log_tells() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    let change = Change { change: logged(&world)[0] };
    let (subject, told) = world.found(&world.alpha, Outcome::ObjectLogTold, change);
    assert_eq!(subject, Subject::Domain(name("shop.test")));
    assert_eq!((told.line.action.as_str(), told.by.unwrap().as_str()), ("domain_create", "ALPHA"));
}

fn success_of_what_the_server_did() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.advance_days(366);
    let change = Change { change: *logged(&world).last().unwrap() };
    let (_, told) = world.found(&world.alpha, Outcome::ObjectLogTold, change);
    assert_eq!((told.line.action.as_str(), told.by), ("domain_auto_renew", None));
}

fn refused_for_another() {
    let world = World::new();
    world.register(&world.alpha, "shop.test");
    world.denied(&world.bravo, Outcome::ChangeUnknown, Change { change: logged(&world)[0] });
}

fn refused_for_no_change() {
    let world = World::new();
    world.denied(&world.alpha, Outcome::ChangeUnknown, Change { change: OperationId(7) });
}
