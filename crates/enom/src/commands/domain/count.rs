//! `GetDomainCount`: how many domains the account has, by how they stand.

use engine::Failure;
use engine::model::Window;
use engine::ops::domain::{ListState, Portfolio, PortfolioFilter};

use super::list::portfolio;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let now = call.desk.engine().now();
    let soon = PortfolioFilter { expires_before: Some(now.plus_days(SOON)), ..PortfolioFilter::all() };
    let state = |state| portfolio(Some(state), NOTHING);
    let expiring = Portfolio {
        filter: PortfolioFilter { state: Some(ListState::Active), ..soon },
        ..portfolio(None, NOTHING)
    };
    let fields = Fields::new()
        .one("RegisteredCount", count(call, portfolio(None, NOTHING)).await?)
        .one("ExpiringCount", count(call, expiring).await?)
        .one("ExpiredDomainsCount", count(call, state(ListState::Expired)).await?)
        .one("RGP", count(call, state(ListState::Deleted)).await?);
    Ok(Reply::new(fields))
}

async fn count(call: &Call<'_>, portfolio: Portfolio) -> Result<String, Failure> {
    Ok(call.query(portfolio).await?.answer.total.to_string())
}

/// No rows, only how many there are.
const NOTHING: Window = Window { first: 0, limit: 0 };
/// Days before its expiry from which on a domain is said to expire.
const SOON: i64 = 30;
