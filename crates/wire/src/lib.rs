//! What goes over a wire, before any protocol gives it a meaning.
//!
//! [`xml`] reads hostile XML into a tree under limits, walks it in the order a schema prescribes,
//! and writes XML that is well-formed whatever text it is given.

pub mod xml;
