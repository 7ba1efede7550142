using System.Collections.Frozen;
using Lms.Domain.Shared;

namespace Lms.Web.Content.Pack;

/// <summary>What the register knows of an act today.</summary>
public enum ActState
{
    InForce,
    Changed,
    Historical,
}

/// <summary>An act that courses cite.</summary>
public sealed record LegalAct
{
    public required string Id { get; init; }

    /// <summary>As published; empty when the act has none.</summary>
    public string Number { get; init; } = "";

    /// <summary>Of the act; null when not known.</summary>
    public int? Year { get; init; }

    /// <summary>Null when only the year, or nothing, is known.</summary>
    public DateOnly? Date { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Who passed it.</summary>
    public LocalText Body { get; init; } = LocalText.Empty;

    /// <summary>The edition that was seen; null when not established.</summary>
    public DateOnly? Edition { get; init; }

    public required ActState State { get; init; }

    public string Address { get; init; } = "";

    public DateOnly? Checked { get; init; }

    public string Note { get; init; } = "";
}

public sealed record ActRegister(IReadOnlyList<LegalAct> Acts)
{
    public static readonly ActRegister Empty = new([]);

    private readonly FrozenDictionary<string, LegalAct> byId = Acts.ToFrozenDictionary(act =>
        act.Id
    );

    public LegalAct? Find(string id) => byId.GetValueOrDefault(id);
}
