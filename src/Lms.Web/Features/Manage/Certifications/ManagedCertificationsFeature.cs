namespace Lms.Web.Features.Manage.Certifications;

public static class ManagedCertificationsFeature
{
    public static void AddManagedCertifications(this IServiceCollection services)
    {
        services.AddScoped<MatrixReads>();
        services.AddScoped<PersonCertifications>();
        services.AddScoped<Waive>();
        services.AddScoped<Suspend>();
        services.AddScoped<RevokePeriod>();
    }
}
