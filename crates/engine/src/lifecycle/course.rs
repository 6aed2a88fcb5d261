use super::{Step, steps};
use crate::{
    model::{Domain, Instant, Redemption},
    policy::Zone,
};

/// The steps ahead of a domain if nobody does anything, in order of time: until its next renewal, which is taken to be
/// paid, or until its name is free.
///
/// Each deletion and overdue report sets the dates of what follows, as the server will when it takes that step. A
/// registration that has ended and could not be paid is taken to stay unpaid.
pub(crate) fn course(domain: &Domain, zone: &Zone, now: Instant) -> Vec<(Instant, Step)> {
    let is_unpaid = domain.expires_at <= now;
    let (mut domain, mut ahead) = (domain.clone(), Vec::new());
    loop {
        let next = steps(&domain, zone).into_iter().filter(|(at, _)| *at > now);
        let until_end = ended_by(next, |step| step.is_deed() && !(is_unpaid && step == Step::Renew));
        let end = until_end.last().copied();
        ahead.extend(until_end);
        domain.redemption = match end {
            Some((at, Step::Lapse)) if zone.redeems_lapsed() => {
                Some(Redemption::begin(at, zone.redemption.days, zone.redemption.pending_delete))
            }
            Some((at, Step::ReportOverdue)) => domain.redemption.map(|redemption| redemption.resumed(at)),
            _ => return ahead,
        };
    }
}

/// All up to the first that ends them, that one among them.
fn ended_by(
    steps: impl Iterator<Item = (Instant, Step)>,
    ends: impl Fn(Step) -> bool,
) -> Vec<(Instant, Step)> {
    let mut taken = Vec::new();
    for (at, step) in steps {
        taken.push((at, step));
        if ends(step) {
            break;
        }
    }
    taken
}
