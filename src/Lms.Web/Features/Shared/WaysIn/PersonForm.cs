namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>The fields of a person on a page, with what may be chosen and what is wrong.</summary>
/// <param name="HasLatin">Whoever registers gives the Latin name later, in the profile.</param>
public sealed record PersonForm(
    PersonFields Fields,
    IReadOnlyList<FieldFault> Faults,
    IReadOnlyList<CommunityGroup> Communities,
    bool HasLatin
)
{
    public bool HasOneCommunity => Communities is [{ Choices.Count: 1 }];

    public string? Fault(string field) =>
        Faults.FirstOrDefault(fault => fault.Field == field)?.Words;
}

/// <summary>A line to type in, with its label, hint and fault.</summary>
/// <param name="Label">Key, as are <paramref name="Hint"/> and <paramref name="Fault"/>.</param>
public sealed record TextField(
    string Id,
    string Name,
    string Label,
    string? Value,
    string? Fault,
    string? Hint = null,
    string Type = "text",
    string? Fill = null,
    bool IsRequired = true,
    string? Class = null
);

/// <summary>One of a list, grouped; the first choice is nothing.</summary>
public sealed record ChoiceField(
    string Id,
    string Name,
    string Label,
    string Nothing,
    string? Value,
    string? Fault,
    IReadOnlyList<CommunityGroup> Groups,
    string? Hint = null,
    bool IsRequired = false
);
