using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Manage.Assignments;

/// <summary>What stands against a form as it was filled in, each at its field, in the order of the form.</summary>
public sealed class FormFaults
{
    private readonly List<(string Field, Func<Texts, string> Words)> all = [];

    public bool Any => all.Count > 0;

    /// <param name="field">Id of the control, or of the group of them.</param>
    /// <param name="key">Of the words.</param>
    public void Add(string field, string key) => all.Add((field, texts => texts[key]));

    /// <summary>In words that are written already.</summary>
    public void Say(string field, string words) => all.Add((field, _ => words));

    public IEnumerable<(string Field, string Words)> In(Texts texts) =>
        all.Select(one => (one.Field, one.Words(texts)));

    public string WordsAt(string field, Texts texts) =>
        string.Join(' ', all.Where(one => one.Field == field).Select(one => one.Words(texts)));

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? IsAt(string field) => all.Exists(one => one.Field == field) ? "true" : null;

    /// <summary>For <c>aria-describedby</c>: the error before the hint.</summary>
    public string? About(string field, bool hasHint = false) =>
        (IsAt(field), hasHint) switch
        {
            (not null, true) => $"{field}-error {field}-hint",
            (not null, false) => $"{field}-error",
            (null, true) => $"{field}-hint",
            (null, false) => null,
        };
}
