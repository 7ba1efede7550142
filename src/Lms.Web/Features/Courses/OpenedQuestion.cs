using System.Security.Cryptography;
using System.Text.Json;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.DataProtection;

namespace Lms.Web.Features.Courses;

/// <summary>A practice question as it was laid out for one reader.</summary>
/// <param name="Version">That asked it, and judges it.</param>
public sealed record OpenedQuestion(CourseVersionId Version, PaperQuestion Placed);

/// <summary>
/// Keeps opened questions in their own forms, sealed: a reader without an account leaves nothing on
/// the server, and the ids of the options still say nothing.
/// </summary>
public sealed class OpenedQuestions(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("practice question");

    public string Seal(OpenedQuestion opened) =>
        protector.Protect(JsonSerializer.Serialize(opened));

    /// <summary>Null when the product did not seal it, or its key is gone.</summary>
    public OpenedQuestion? Read(string? sealedText)
    {
        try
        {
            return JsonSerializer.Deserialize<OpenedQuestion>(
                protector.Unprotect(sealedText ?? "")
            );
        }
        catch (Exception foreign) when (foreign is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
