using Lms.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Access;

public readonly record struct AccountId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>A login. The user name is the e-mail; the person it belongs to stands in the domain.</summary>
public sealed class Account : IdentityUser<AccountId>
{
    /// <summary>Null for an administrator who is nobody of the register.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>Made by the demonstration; a start without <c>Lms:Demo</c> refuses such accounts.</summary>
    public bool IsDemo { get; set; }

    public List<Grant> Grants { get; } = [];
}
