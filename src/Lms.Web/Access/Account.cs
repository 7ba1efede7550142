using Lms.Domain.People;
using Lms.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Access;

public readonly record struct AccountId(Guid Value)
{
    /// <summary>As the domain names whoever acted.</summary>
    public ActorId Actor => new(Value);

    public override string ToString() => Value.ToString();
}

/// <summary>A login. The user name is the e-mail or the phone number; the person it belongs to stands in the domain.</summary>
public sealed class Account : IdentityUser<AccountId>
{
    /// <summary>Null for an administrator who is nobody of the register.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>Made by the demonstration; a start without <c>Lms:Demo</c> refuses such accounts.</summary>
    public bool IsDemo { get; set; }

    /// <summary>From then on nobody signs in with it; null while it is open.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>The secret of the second factor (RFC 6238), protected by the keys of the installation.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The step of the last code that was taken: none is taken twice (RFC 6238, 5.2).</summary>
    public long LastTotpStep { get; set; }

    public List<Grant> Grants { get; } = [];
}
