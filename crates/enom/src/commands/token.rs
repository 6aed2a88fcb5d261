//! Tokens that programs send in the place of the password.

mod create;
mod delete;
mod details;
mod update;

use super::commands;

commands! {
    "ApiToken_Create" TokenCreate create::run;
    "ApiToken_Delete" TokenRevoke delete::run;
    "ApiToken_Details" TokenList details::run;
    "ApiToken_Update" TokenRename update::run;
}

use engine::Field;
use engine::model::{ApiToken, Line};

use crate::params::Params;

/// Reads what a token is called, which has to be there.
fn name(params: &mut Params) -> Option<Line> {
    params.need("Name", Field::ApiToken, ApiToken::parse_name)
}
