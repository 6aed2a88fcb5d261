//! What the server is compared with, on the same machine, in the same minute.

pub(super) mod echo;
pub(super) mod rows;
