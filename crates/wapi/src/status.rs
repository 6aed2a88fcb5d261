//! Statuses of registered objects in answers.

use engine::model::{Status, StatusNote};

use crate::tree::Tree;

/// The statuses as one text. That all is well is said only where there is nothing else to say.
pub(crate) fn told(statuses: &[(Status, Option<StatusNote>)]) -> Tree {
    let telling = statuses.iter().filter(|(status, _)| statuses.len() == 1 || *status != Status::Ok);
    Tree::Text(telling.map(|(status, _)| status.name()).collect::<Vec<_>>().join(", "))
}
