namespace Lms.Web.Access;

/// <summary>When a sign-in by one factor does not open anything yet.</summary>
public static class SecondFactorRule
{
    /// <summary>Whoever sees the records of others needs a second factor, outside the demonstration.</summary>
    public static bool IsAskedOf(AccessRole role) =>
        role switch
        {
            AccessRole.Trainer => true,
            AccessRole.Manager => true,
            AccessRole.Admin => true,
            AccessRole.Specialist => false,
            AccessRole.Author => false,
            AccessRole.Auditor => false,
        };

    /// <summary>A passkey is two factors: the device, and the finger or number that unlocks it.</summary>
    public static bool IsOneFactor(SignInMeans means) =>
        means switch
        {
            SignInMeans.Password => true,
            SignInMeans.OneTimeCode => true,
            SignInMeans.Link => true,
            SignInMeans.PasswordAndTotp => false,
            SignInMeans.PasswordAndRecoveryCode => false,
            SignInMeans.Passkey => false,
        };

    /// <summary>Who has set one up is always asked for it, whatever the role.</summary>
    public static bool Wants(
        SignInMeans means,
        bool hasSecondFactor,
        IEnumerable<AccessRole> roles,
        bool isDemo
    ) => IsOneFactor(means) && (hasSecondFactor || (!isDemo && roles.Any(IsAskedOf)));
}
