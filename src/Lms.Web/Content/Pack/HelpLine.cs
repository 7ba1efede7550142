using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Web.Content.Pack;

/// <summary>A number or contact of help, with who vouches for it and until when.</summary>
public sealed record HelpLine
{
    public required string Id { get; init; }

    public required int Order { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Empty when no source names it.</summary>
    public LocalText Operator { get; init; } = LocalText.Empty;

    /// <summary>As they are dialled.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Empty when there is none.</summary>
    public string FromAbroad { get; init; } = "";

    /// <summary>A web page; empty when there is none.</summary>
    public string Address { get; init; } = "";

    /// <summary>Null: the whole country.</summary>
    public TerritoryCode? Territory { get; init; }

    public LocalText Owner { get; init; } = LocalText.Empty;

    public string Source { get; init; } = "";

    public DateOnly? VerifiedOn { get; init; }

    public DateOnly? ReviewDue { get; init; }

    public LocalText? Hours { get; init; }

    public LocalText? Cost { get; init; }

    /// <summary>Null when no source says.</summary>
    public bool? IsAnonymous { get; init; }

    public LocalText? Note { get; init; }

    /// <summary>Its review is due: the day has come, or nobody knows when it was checked.</summary>
    public bool IsDue(DateOnly today) => ReviewDue is not { } due || today >= due;
}
