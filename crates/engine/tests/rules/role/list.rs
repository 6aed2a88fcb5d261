use engine::{Outcome, ops::role::List};

use super::{reader, world};

cases! {
    success_shows_roles_and_not_the_account
}

fn success_shows_roles_and_not_the_account() {
    let world = world();
    world.done(&world.alpha, Outcome::RoleSet, reader(&world));
    let roles = world.found(&world.alpha, Outcome::RolesListed, List);
    let shown: Vec<_> = roles.iter().map(|role| (role.login.as_str(), role.limits.commands.len())).collect();
    assert_eq!(shown, [("alpha:reader", 2)]);
    assert_eq!(world.found(&world.bravo, Outcome::RolesListed, List), []);
}
