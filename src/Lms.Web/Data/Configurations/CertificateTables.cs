using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.HasIndex(certificate => certificate.Number).IsUnique();
        builder.HasIndex(certificate => certificate.Code).IsUnique();
        builder.HasIndex(certificate => certificate.CompletionId).IsUnique();
        builder.HasIndex(certificate => certificate.PersonId);
        builder.ComplexProperty(certificate => certificate.Entry);
        builder.Property(certificate => certificate.Law).IsJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(certificate => certificate.PersonId);
        builder.HasOne<Completion>().WithOne().HasForeignKey<Certificate>(c => c.CompletionId);
        builder.HasOne<Course>().WithMany().HasForeignKey(certificate => certificate.CourseId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(c => c.CourseVersionId);
        builder
            .HasOne(certificate => certificate.Content)
            .WithOne()
            .HasForeignKey<CertificateContent>(content => content.CertificateId);
    }
}

internal sealed class RegisterYearTable : IEntityTypeConfiguration<RegisterYear>
{
    public void Configure(EntityTypeBuilder<RegisterYear> builder) =>
        builder.HasKey(register => new { register.Year, register.IsDemo });
}

internal sealed class CertificateContentTable : IEntityTypeConfiguration<CertificateContent>
{
    public void Configure(EntityTypeBuilder<CertificateContent> builder)
    {
        builder.HasKey(content => content.CertificateId);
        builder.ComplexProperty(content => content.HolderName);
    }
}

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.HasIndex(mail => mail.Event).IsUnique();
        builder.HasIndex(mail => mail.HandedOverAt);
    }
}
