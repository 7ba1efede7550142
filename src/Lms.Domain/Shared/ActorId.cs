namespace Lms.Domain.Shared;

/// <summary>Names the login that acted, by the id the web project gives accounts: the domain knows no accounts.</summary>
public readonly record struct ActorId(Guid Value);
