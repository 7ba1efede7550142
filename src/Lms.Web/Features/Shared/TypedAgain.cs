namespace Lms.Web.Features.Shared;

/// <summary>A form that was refused stands on the page again with all that was typed into it.</summary>
public static class TypedAgain
{
    /// <summary>Whether this answers a form, the one of this handler if a page has several.</summary>
    public static bool Answers(this HttpRequest request, string handler = "") =>
        HttpMethods.IsPost(request.Method)
        && request.HasFormContentType
        && string.Equals(
            request.Query["handler"].ToString(),
            handler,
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>What was typed there into this field; <paramref name="otherwise"/> on a fresh page.</summary>
    public static string Typed(
        this HttpRequest request,
        string handler,
        string field,
        string? otherwise = ""
    ) =>
        request.Answers(handler) && request.Form.TryGetValue(field, out var typed)
            ? typed.ToString()
            : otherwise ?? "";
}
