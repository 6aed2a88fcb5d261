use engine::{
    Manner, Outcome, Request,
    model::Event,
    ops::{account::PingLater, poll},
};

use crate::fixture::{World, request};

cases! {
    success_is_answered_by_a_notice_that_names_the_request
    success_of_a_rehearsal_leaves_nothing
}

fn success_is_answered_by_a_notice_that_names_the_request() {
    let world = World::new();
    let asked_at = world.now();
    world.done(&world.alpha, Outcome::PingAccepted, PingLater);
    assert_eq!(world.waiting(&world.alpha), 0);
    world.advance_to(asked_at.plus_millis(2_000));
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    assert_eq!(queue.head.event, Event::Pinged { asked_at });
    let asked = queue.head.asked.unwrap();
    assert_eq!((asked.action.as_str(), asked.client_id.as_deref()), ("session_ping_later", Some("CL-1")));
}

fn success_of_a_rehearsal_leaves_nothing() {
    let world = World::new();
    let asked_at = world.now();
    let manner = Manner { rehearsal: true, form: None };
    let request = Request { manner, ..request(&world.engine, &world.alpha) };
    let (reply, end) = std::sync::mpsc::channel();
    world.engine.command(request, PingLater, move |end| reply.send(end).unwrap());
    assert_eq!(end.recv().unwrap().unwrap().outcome, Outcome::PingAccepted);
    world.advance_to(asked_at.plus_days(1));
    assert_eq!(world.waiting(&world.alpha), 0);
}
