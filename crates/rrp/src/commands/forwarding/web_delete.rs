//! `DeleteWebFwd`.

use engine::Field;
use engine::model::DomainName;
use engine::ops::web_forwarding::Delete;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let source = params.need("SOURCE", Field::WebSource, DomainName::parse);
    let source = params.finish(source)?;
    let shown = source.to_string();
    call.command(Delete { source }).await.map(|done| Reply::about(done, "source", shown))
}
