namespace Lms.Domain.Shared;

/// <summary>
/// The impossible was asked for, or a race was lost. Expected answers are named return values;
/// this is thrown only where no honest caller gets. The text for people is chosen in the web
/// project from <see cref="Code"/>.
/// </summary>
public sealed class RuleViolation(string code, Exception? inner = null) : Exception(code, inner)
{
    /// <summary>A stable name in kebab case, such as <c>attempt-closed</c>.</summary>
    public string Code { get; } = code;
}
