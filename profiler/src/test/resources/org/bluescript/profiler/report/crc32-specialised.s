.L91:
	add	r2, r2, r6
	ldr	ip, [r4, #4]
	adds	r2, r2, #7
	adds	r1, r6, #7
	mov	lr, r6
.L104:
	mov	r10, r1
	ldrb	r6, [r1, #1]!	@ zero_extendqisi2
	eors	r6, r6, r0
	uxtb	r6, r6
	cmp	ip, r6
	bls	.L145
	ldr	r3, [r4, #8]
	ldr	r3, [r3, r6, lsl #2]
	lsls	r6, r3, #29
	bne	.L146
	asrs	r3, r3, #3
.L103:
	cmp	r1, r2
	eor	r0, r3, r0, lsr #8
	bne	.L104
	mov	r6, lr
	mvns	r3, r0
.L101:
	cmp	r3, #-2147483648
	beq	.L147
.L88:
	sbfx	r2, r3, #0, #29
	cmp	r3, r2
	lsl	r0, r3, #3
	bne	.L116
	mov	r10, r0
.L117:
	ldr	r3, .L155+48
	ldr	r2, .L155+52
	mul	r3, r5, r3
	cmp	r2, r3, ror #2
	bcs	.L148
.L119:
	adds	r5, r5, #1
	cmp	r5, #60
	bne	.L122
	ldr	r0, .L155+56
	ldr	r3, .L155+60
	blx	r3
	mov	r0, r10
	ldr	r3, .L155+64
	blx	r3
	ldr	r3, .L155+68
	movs	r0, #1
	blx	r3
	movs	r0, #0
	add	sp, sp, #44
	@ sp needed
	vldm	sp!, {d8}
	pop	{r4, r5, r6, r7, r8, r9, r10, fp, pc}
.L139:
	blx	r7
	mov	r1, r0
	b	.L62
.L64:
	cmp	r5, #54
	bgt	.L123
	vmov	s15, r5	@ int
	vcvt.f32.s32	s0, s15
