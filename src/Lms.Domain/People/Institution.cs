using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.People;

/// <summary>A body of the register where people hold posts; its code is the pack's.</summary>
public sealed class Institution
{
    public required string Code { get; init; }

    public required LocalText Name { get; set; }

    public required TerritoryCode Territory { get; set; }

    public string Kind { get; set; } = "";
}
