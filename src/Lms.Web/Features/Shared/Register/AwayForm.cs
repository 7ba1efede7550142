namespace Lms.Web.Features.Shared.Register;

public sealed record AwayFormRow(
    Guid Id,
    DateOnly From,
    DateOnly Until,
    string Reason,
    bool IsOver
);

/// <summary>Absences with their reasons, and the form for a new one.</summary>
public sealed record AwayForm(IReadOnlyList<AwayFormRow> Rows, DateOnly Today);
