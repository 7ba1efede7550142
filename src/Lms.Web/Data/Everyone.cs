namespace Lms.Web.Data;

/// <summary>
/// That a statement is not narrowed: a parameter that is there or null, because EF writes one statement for
/// each, and of everyone sends no list.
/// </summary>
internal static class Everyone
{
    public static string? If(bool isEveryone) => isEveryone ? "" : null;
}
