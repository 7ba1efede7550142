using Lms.Domain.Shared;

namespace Lms.Domain.People;

/// <summary>
/// A job in the referral mechanism that training is planned for, named by the organisation pack.
/// What an account may do is an access role, a different thing.
/// </summary>
public sealed record StaffRole(string Code, LocalText Name, LocalText Duty);
