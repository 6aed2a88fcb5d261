//! A command on its way to the engine.

use std::net::IpAddr;
use std::ops::Deref;

use edge::Errand;
use engine::guard::{SessionTerms, Sessions};

use crate::entrance::{Opened, Visitor};
use crate::face::Face;

/// Who asks, and how.
pub(crate) struct Call<'a> {
    pub(crate) errand: Errand<'a>,
    pub(crate) face: Face,
    /// Who asks, as it came in.
    pub(crate) visitor: Visitor,
    /// From which address.
    pub(crate) from: IpAddr,
    /// Where sessions are kept; `None` where the connection is the session.
    pub(crate) rooms: Option<Rooms<'a>>,
}

/// The sessions of a protocol that sends each request by itself.
#[derive(Clone, Copy)]
pub(crate) struct Rooms<'a> {
    /// Those that are open.
    pub(crate) sessions: &'a Sessions<Opened>,
    /// For how long the next will be.
    pub(crate) terms: SessionTerms,
}

impl<'a> Deref for Call<'a> {
    type Target = Errand<'a>;

    fn deref(&self) -> &Errand<'a> {
        &self.errand
    }
}
