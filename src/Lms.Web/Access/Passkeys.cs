using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace Lms.Web.Access;

/// <summary>What a script hands to the browser, and what the form brings back beside the answer.</summary>
public sealed record PasskeyAsk(JsonElement Options, string State);

/// <summary>
/// Passkeys (WebAuthn) by Identity's own handler. A challenge holds five minutes and for one answer;
/// what is known of it travels with the form, sealed.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<Account> handler,
    UserManager<Account> accounts,
    IDataProtectionProvider protection,
    IMemoryCache used,
    IHttpContextAccessor http
)
{
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(5);

    /// <summary>To sign in with whatever passkey the device has for this site.</summary>
    public async Task<PasskeyAsk> AskToSignInAsync()
    {
        var made = await handler.MakeRequestOptionsAsync(null, http.HttpContext!);
        return Ask(made.RequestOptionsJson, made.AssertionState);
    }

    public async Task<PasskeyAsk> AskToAddAsync(Account account)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new()
            {
                Id = account.Id.ToString(),
                Name = account.UserName ?? "",
                DisplayName = account.UserName ?? "",
            },
            http.HttpContext!
        );
        return Ask(made.CreationOptionsJson, made.AttestationState);
    }

    /// <summary>Whose passkey answered; null when none of ours did.</summary>
    public async Task<Account?> SignInAsync(string? credential, string? state)
    {
        if (string.IsNullOrEmpty(credential) || Opened(state) is not { } asked)
        {
            return null;
        }

        var answer = await handler.PerformAssertionAsync(
            new()
            {
                HttpContext = http.HttpContext!,
                CredentialJson = credential,
                AssertionState = asked,
            }
        );
        if (!answer.Succeeded || answer.User.DeactivatedAt is not null)
        {
            return null;
        }

        // The counter by which a copied key would be noticed.
        await accounts.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        return answer.User;
    }

    /// <summary>The new passkey, kept; null when the answer is not one to our question.</summary>
    public async Task<UserPasskeyInfo?> AddAsync(
        Account account,
        string? credential,
        string? state,
        string name
    )
    {
        if (string.IsNullOrEmpty(credential) || Opened(state) is not { } asked)
        {
            return null;
        }

        var answer = await handler.PerformAttestationAsync(
            new()
            {
                HttpContext = http.HttpContext!,
                CredentialJson = credential,
                AttestationState = asked,
            }
        );
        if (!answer.Succeeded || answer.UserEntity.Id != account.Id.ToString())
        {
            return null;
        }

        answer.Passkey.Name = name;
        await accounts.AddOrUpdatePasskeyAsync(account, answer.Passkey);
        return answer.Passkey;
    }

    private PasskeyAsk Ask(string options, string? state)
    {
        using var json = JsonDocument.Parse(options);
        return new(json.RootElement.Clone(), Protector.Protect(state ?? "", Holds));
    }

    private string? Opened(string? state)
    {
        if (string.IsNullOrEmpty(state) || used.TryGetValue((nameof(Passkeys), state), out _))
        {
            return null;
        }

        try
        {
            var asked = Protector.Unprotect(state);
            used.Set((nameof(Passkeys), state), true, Holds);
            return asked;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector =>
        protection.CreateProtector("passkey").ToTimeLimitedDataProtector();
}
