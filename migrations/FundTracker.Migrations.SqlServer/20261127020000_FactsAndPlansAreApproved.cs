using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FactsAndPlansAreApproved : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "Tranches",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RecordedBy",
                table: "Tranches",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "TrancheConditions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "Facts",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Voucher",
                table: "Facts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedBy",
                table: "ContributionPlans",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "VoucherFacts",
                columns: table => new
                {
                    Voucher = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Subject = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Provenance = table.Column<byte>(type: "tinyint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherFacts", x => new { x.Voucher, x.Number });
                    table.ForeignKey(
                        name: "FK_VoucherFacts_Vouchers_Voucher",
                        column: x => x.Voucher,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VoucherPlanSteps",
                columns: table => new
                {
                    Voucher = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Rolling = table.Column<bool>(type: "bit", nullable: false),
                    PlannedDate = table.Column<DateOnly>(type: "date", nullable: true),
                    BudgetYear = table.Column<int>(type: "int", nullable: true),
                    Provenance = table.Column<byte>(type: "tinyint", nullable: false),
                    Tranche = table.Column<int>(type: "int", nullable: true),
                    Condition = table.Column<int>(type: "int", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoucherPlanSteps", x => new { x.Voucher, x.Number });
                    table.ForeignKey(
                        name: "FK_VoucherPlanSteps_Vouchers_Voucher",
                        column: x => x.Voucher,
                        principalTable: "Vouchers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "VoucherFacts");

            migrationBuilder.DropTable(
                name: "VoucherPlanSteps");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Tranches");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "Tranches");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "TrancheConditions");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "Facts");

            migrationBuilder.DropColumn(
                name: "Voucher",
                table: "Facts");

            migrationBuilder.DropColumn(
                name: "ApprovedBy",
                table: "ContributionPlans");
        }
    }
}
