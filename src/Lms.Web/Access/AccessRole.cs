namespace Lms.Web.Access;

/// <summary>
/// What an account may do; a staff role is a different thing. Names are stored as text and never
/// change.
/// </summary>
public enum AccessRole
{
    Specialist,
    Trainer,
    Author,
    Manager,
    Auditor,
    Admin,
}
